/** In px; the canvas keeps this much free while the panel is open. */
export const panelWidth = 352

/** On a phone the panel is a sheet that takes this share of the window's height. */
export const sheetShare = 0.52
