import{a,b,c,d}from"./chunk-F0BAB4A5.js";import"./chunk-CA97D6C9.js";import"./chunk-CFCEAA56.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
