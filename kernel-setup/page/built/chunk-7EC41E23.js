import{a,b,c,d}from"./chunk-71C61DEC.js";import"./chunk-505DF280.js";import"./chunk-E5EF0BDF.js";export{d as css,b as cssCompletionSource,c as cssLanguage,a as defineCSSCompletionSource};
