/** What schools write for a guardian's relationship; it is kept as it is written. */
export const relationships = [
  "madre",
  "padre",
  "abuela",
  "abuelo",
  "tía",
  "tío",
  "hermana",
  "hermano",
  "madrastra",
  "padrastro",
  "tutora legal",
  "tutor legal",
];
