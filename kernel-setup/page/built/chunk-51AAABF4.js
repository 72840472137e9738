import{a,b,c,d}from"./chunk-E1F12302.js";import"./chunk-68F6CF42.js";import"./chunk-A6F2559F.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
