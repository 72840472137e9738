import{a,b,c,d}from"./chunk-C262C8AC.js";import"./chunk-3359101D.js";import"./chunk-2C438BAD.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
