/** A file name any system takes: `How the 28-point plan was shaped` → `how-the-28-point-plan-was-shaped.svg`. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  return `${plain || 'picture'}.${ending}`
}
