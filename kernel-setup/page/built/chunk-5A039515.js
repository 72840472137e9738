import{a,b,c,d}from"./chunk-7E438B52.js";import"./chunk-3AF6AF09.js";import"./chunk-715C487A.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
