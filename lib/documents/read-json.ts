import { z } from 'zod'
import { parseCase } from '../case-file'
import { AppError } from '../errors'
import { chooseTitle } from './choose-title'
import { type DocumentInput, documentInputSchema } from './document-input'

/** A Document of a case or a plain `{"title", "text"}`; fields that are not asked for may be there. */
const reportSchema = z.object({
  ...documentInputSchema.shape,
  title: z.string().optional(),
  language: z.string().default('en'),
})

/**
 * One report, a list of reports, `{"documents": [...]}`, or a Case file, of which the documents
 * are taken. @throws AppError invalid_input
 */
export function readJson(source: string, name: string): DocumentInput[] {
  let raw: unknown
  try {
    raw = JSON.parse(source)
  } catch (cause) {
    const message = `The file is not JSON: ${cause instanceof Error ? cause.message : cause}`
    throw refuse(name, [{ path: name, message, remedy: 'Export it again, or save it as .txt.' }])
  }
  const isCase = typeof raw === 'object' && raw !== null && 'version' in raw && 'claims' in raw
  const reports = isCase ? parseCase(source).documents : listReports(raw)
  const parsed = z.array(reportSchema).safeParse(reports)
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, 20).map((issue) => ({
      path: `${name}[${issue.path.map(String).join('.')}]`,
      message: issue.message,
      remedy:
        'Each report is {"title": "…", "text": "…"}; url, publisher and publishedAt may be added.',
    }))
    throw refuse(name, problems)
  }
  return parsed.data.map((report) => ({
    ...report,
    title: report.title || chooseTitle(report.text),
  }))
}

function listReports(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw
  if (typeof raw === 'object' && raw !== null && 'documents' in raw) return raw.documents
  return [raw]
}

const refuse = (name: string, problems: AppError['problems']) =>
  new AppError('invalid_input', `“${name}” holds no reports: ${problems[0]?.message}`, problems)
