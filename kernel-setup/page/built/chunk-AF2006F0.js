import{e}from"./chunk-F73E76B6.js";e();var t={};export{t as default};
