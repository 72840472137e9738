import{e}from"./chunk-E5EF0BDF.js";e();var t={};export{t as default};
