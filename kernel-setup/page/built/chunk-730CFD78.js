import{a,b,c,d}from"./chunk-BC89A2C4.js";import"./chunk-CD261737.js";import"./chunk-F73E76B6.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
