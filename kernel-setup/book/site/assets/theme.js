// Before anything is painted: the theme that was chosen at the last visit.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.className = chosen;
} catch {
  // Pages opened as files may have no memory: the system's theme is taken.
}
