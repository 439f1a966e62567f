/** Buttons that copy the text of the element that they name; what came of it is in their `role=status`. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
    const status = button.parentElement?.querySelector('[role=status]');
    const say = (words = '') => {
      if (status) status.textContent = words;
    };
    navigator.clipboard.writeText(text).then(
      () => say(button.dataset['done']),
      () => say(button.dataset['failed']),
    );
  });
}
