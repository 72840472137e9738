import{a,b,c,d}from"./chunk-BFEAB113.js";import"./chunk-631C9CCB.js";import"./chunk-4A218083.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
