import{e}from"./chunk-C312ADFF.js";e();var t={};export{t as default};
