/** One spelling for marks that come in many: curly and wrong quotes, dashes, ellipses, spaces. */
const straight: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '‟': '"',
    '``': '"',
    "''": '"',
    '—': '--',
    '–': '-',
    '‐': '-',
    '‑': '-',
    '−': '-',
    '…': '...',
    '‘': "'",
    '’': "'",
    '‚': "'",
    ʼ: "'",
  }),
)

/** A token's form as the models see it. In: the form as written. Out: the form with plain quotes and dashes. */
export function normalizeForm(form: string): string {
  const whole = straight.get(form)
  if (whole !== undefined) return whole
  return /[‘’ʼ‑‐]/.test(form) ? form.replace(/[‘’ʼ]/g, "'").replace(/[‑‐]/g, '-') : form
}
