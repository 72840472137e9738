import{a,b,c,d}from"./chunk-5E1EFCFB.js";import"./chunk-B07623C5.js";import"./chunk-0846D78F.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
