import{e}from"./chunk-1A3D2A9E.js";e();var t={};export{t as default};
