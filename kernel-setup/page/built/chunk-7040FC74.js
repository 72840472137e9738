import{e}from"./chunk-24E922AD.js";e();var t={};export{t as default};
