import{e}from"./chunk-2C438BAD.js";e();var t={};export{t as default};
