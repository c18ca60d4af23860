/** Makes layouts beside the page, so that it stays alive meanwhile. */
import type { Layout } from '@/lib/view/layout/layout'
import { type PlaceStep, placeSteps } from '@/lib/view/place'

const known = new Map<string, Layout>()

self.onmessage = ({ data }: MessageEvent<{ steps: PlaceStep[] }>) => {
  const layout = placeSteps(data.steps, known)
  self.postMessage({ key: data.steps.at(-1)!.key, layout })
}
