import{e}from"./chunk-A6F2559F.js";e();var t={};export{t as default};
