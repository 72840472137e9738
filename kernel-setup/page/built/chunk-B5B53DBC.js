import{a,b,c,d}from"./chunk-26360163.js";import"./chunk-93787852.js";import"./chunk-C312ADFF.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
