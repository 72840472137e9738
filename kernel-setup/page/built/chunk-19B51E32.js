import{a,b,c,d}from"./chunk-7D1B1FD4.js";import"./chunk-37AFFC41.js";import"./chunk-1A3D2A9E.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
