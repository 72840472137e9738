import{e}from"./chunk-F037B991.js";e();var t={};export{t as default};
