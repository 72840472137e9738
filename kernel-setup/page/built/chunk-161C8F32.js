import{e}from"./chunk-715C487A.js";e();var t={};export{t as default};
