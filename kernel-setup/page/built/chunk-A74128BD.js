import{e}from"./chunk-1CCC0988.js";e();var t={};export{t as default};
