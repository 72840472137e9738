import{e}from"./chunk-4A218083.js";e();var t={};export{t as default};
