import{a,b,c,d}from"./chunk-399ED60C.js";import"./chunk-9D44274F.js";import"./chunk-F037B991.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
