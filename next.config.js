/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@resvg/resvg-js',
    'linkedom',
    'mammoth',
    'pdfjs-dist',
    'pg',
    'pg-boss',
  ],
  images: { unoptimized: true },
  // some browsers ask for it whatever the page names
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  devIndicators: false,
  poweredByHeader: false,
}
