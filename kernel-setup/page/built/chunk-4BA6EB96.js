import{e}from"./chunk-CFCEAA56.js";e();var t={};export{t as default};
