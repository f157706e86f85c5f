// Light or dark as was chosen here before, set before anything is drawn; else as the system says.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
} catch {
  // No storage: the system's choice stays.
}
