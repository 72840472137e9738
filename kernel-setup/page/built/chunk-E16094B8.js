import{e}from"./chunk-0846D78F.js";e();var t={};export{t as default};
