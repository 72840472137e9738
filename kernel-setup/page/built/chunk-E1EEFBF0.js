import{a,b,c,d}from"./chunk-0EDEB05F.js";import"./chunk-46830B98.js";import"./chunk-24E922AD.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
