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
  devIndicators: false,
  poweredByHeader: false,
}
