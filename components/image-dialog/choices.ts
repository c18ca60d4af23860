import type { PngSize } from '@/lib/export/png-size'
import type { Scope } from '@/lib/export/scope'
import type { ThemeName } from '@/lib/view/theme'

/** What one can choose of an image. */
export type Choices = {
  format: 'svg' | 'png'
  scope: Scope
  theme: ThemeName
  background: 'canvas' | 'transparent'
  words: boolean
  titled: boolean
  title: string
  legend: boolean
  sources: boolean
  dated: boolean
  linked: boolean
  size: PngSize
}

export type Change = (part: Partial<Choices>) => void
