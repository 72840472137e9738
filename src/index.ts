export { type Language, language, setLanguage } from "./words/language";
