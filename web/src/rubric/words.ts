/** What whoever marks and whoever learns read alike of what was sent. */
export const words = {
  files: {
    see: 'Ver',
    hide: 'Ocultar',
    download: 'Descargar',
    seeFile: (name: string) => `Ver ${name}`,
    hideFile: (name: string) => `Ocultar ${name}`,
    downloadFile: (name: string) => `Descargar ${name}`,
    loading: (kilobytes: string) => `Cargando ${kilobytes}`,
    failed: 'No pudimos mostrar este archivo. Descárgalo para leerlo.',
    shown: (name: string) => `Contenido de ${name}`,
    image: (name: string) => `Imagen ${name}`,
    page: (n: number, of: number) => `Página ${n} de ${of}`,
    previous: 'Página anterior',
    next: 'Página siguiente',
    zoom: 'Tamaño',
    percent: (times: number) => `${times * 100}\u00a0%`,
    mark: 'Marcar un área',
    areas: (n: number) => `Área del comentario ${n}`,
  },
} as const;
