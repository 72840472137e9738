import{a,b,c,d}from"./chunk-D073BF96.js";import"./chunk-4CC664DD.js";import"./chunk-1CCC0988.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
