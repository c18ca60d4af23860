/**
 * An image cannot use the page's fonts: for drawing on a canvas they are put inside a copy of the
 * picture. The file that is saved as SVG only names them.
 */
const faces = [
  {
    family: 'Inter',
    weight: 400,
    url: () => new URL('../../data/fonts/inter-regular.ttf', import.meta.url),
  },
  {
    family: 'Inter',
    weight: 600,
    url: () => new URL('../../data/fonts/inter-semibold.ttf', import.meta.url),
  },
  {
    family: 'Noto Sans Arabic',
    weight: 400,
    script: /[\u0600-\u06ff]/,
    url: () => new URL('../../data/fonts/noto-sans-arabic-regular.ttf', import.meta.url),
  },
  {
    family: 'Noto Sans Arabic',
    weight: 600,
    script: /[\u0600-\u06ff]/,
    url: () => new URL('../../data/fonts/noto-sans-arabic-semibold.ttf', import.meta.url),
  },
]

const loaded = new Map<string, Promise<string>>()

export async function embedFonts(svg: string): Promise<string> {
  const rules = await Promise.all(
    faces
      .filter(({ script }) => !script || script.test(svg))
      .map(async ({ family, weight, url }) => {
        const data = await loadFont(url().href)
        return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${data}) format('truetype')}`
      }),
  )
  return svg.replace('>', `><style>${rules.join('')}</style>`)
}

function loadFont(href: string): Promise<string> {
  const known = loaded.get(href)
  if (known) return known
  const loading = fetch(href)
    .then((response) => {
      if (!response.ok) throw new Error(`the font could not be read (${response.status})`)
      return response.blob()
    })
    .then(
      (blob) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader()
          reader.onload = () => resolve(String(reader.result))
          reader.onerror = () => reject(reader.error)
          reader.readAsDataURL(blob)
        }),
    )
  loaded.set(href, loading)
  // a failure is not remembered
  loading.catch(() => loaded.delete(href))
  return loading
}
