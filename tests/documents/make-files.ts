/** Small files of each kind, made by hand so that a test shows what is in them. */
import { constants, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** A Word file with these paragraphs. */
export function makeDocx(paragraphs: string[]): Uint8Array {
  const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`)
    .join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

type PdfLine = { text: string; x?: number; y: number; size?: number }

type PdfOptions = {
  title?: string
  /** It asks for a password. */
  encrypted?: boolean
  /** One more object with a stream that is packed: what its dictionary says, and the bytes. */
  packed?: [dictionary: string, bytes: Uint8Array]
}

/** A PDF with these lines on its pages, in Helvetica. */
export function makePdf(pages: PdfLine[][], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const pageIds = pages.map((_, i) => 4 + i * 2)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  )
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ text, x = 72, y, size = 11 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[i]! + 1} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  const info = add(`<< /Title (${options.title ?? ''}) >>`)
  const lock = '11'.repeat(32)
  const encrypt = options.encrypted
    ? add(`<< /Filter /Standard /V 1 /R 2 /O <${lock}> /U <${lock}> /P -4 >>`)
    : undefined
  if (options.packed) {
    const [dictionary, bytes] = options.packed
    const stream = Buffer.from(bytes).toString('latin1')
    add(
      `<< ${dictionary} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${stream}\nendstream`,
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const locked = encrypt ? `/Encrypt ${encrypt} 0 R /ID [<00> <00>]` : ''
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${locked} >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

/** What unpacks to so many times a million spaces, and is a thousandth of it. */
export function makeBomb(times: number): Uint8Array {
  const block = deflateSync(Buffer.alloc(1_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  // Two bytes of head stand before the first block alone.
  return Buffer.concat([block, ...Array.from({ length: times - 1 }, () => block.subarray(2))])
}
