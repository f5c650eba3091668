/** What the frame of every page says, and the pages that tell of a failure. */
export const words = {
  name: 'Aula Convergencia',
  owner: 'Unidad de Territorios de Convergencia · SUBDERE',
  ownerInFull:
    'Unidad de Territorios de Convergencia · Departamento de Fortalecimiento · División de Desarrollo Regional · SUBDERE',
  description: 'Formación y biblioteca para quienes formulan y siguen planes de convergencia en las regiones de Chile.',
  skip: 'Saltar al contenido',
  main: 'Principal',
  account: (name: string) => `Tu cuenta: ${name}`,
  nav: {
    home: 'Inicio',
    learning: 'Formación',
    library: 'Biblioteca',
    management: 'Gestión',
    offer: 'Oferta',
    glossary: 'Glosario',
    verify: 'Verificar',
    signIn: 'Ingresar',
  },
  connection: {
    current: 'Al día',
    offline: 'Sin conexión',
    sending: 'Enviando…',
    waiting: (n: number) => `${n} por enviar`,
  },
  accessibility: 'Accesibilidad',
  privacy: 'Privacidad',
  help: 'Ayuda',
  verifyCertificate: 'Verificar un certificado',
  demo: 'Datos de muestra',
  weight: (kilobytes: number) => `Esta página pesó ${kilobytes} kB`,
  theme: { label: 'Tema', system: 'Según el equipo', light: 'Claro', dark: 'Oscuro' },
  leave: 'Guardar y salir',
  failure: {
    lost: {
      title: 'No encontramos esta página',
      text: 'Puede que haya cambiado de lugar o que la dirección tenga un error. Si venías de un documento antiguo, búscala por su título.',
    },
    closed: {
      title: 'Tu cuenta no ve esta sección',
      text: 'Es para otro equipo o para el de otro territorio.',
      whoYouAre: (name: string, institution: string | null) =>
        `Iniciaste sesión como ${name}${institution ? `, ${institution}` : ''}.`,
    },
    down: {
      title: 'Falló algo de nuestro lado',
      text: 'Lo que ya guardaste sigue a salvo. El equipo puede revisarlo.',
    },
    away: {
      title: 'El servicio está ocupado',
      text: 'No pudo responder a tiempo. Lo que ya guardaste sigue a salvo: espera unos segundos y vuelve a intentarlo.',
    },
    offline: {
      title: 'Esta página no está en tu equipo',
      text: 'No hay señal para traerla. Lo que ya se envió está a salvo; vuelve a intentarlo cuando haya conexión.',
    },
  },
  requestCode: (code: string) => `código ${code}`,
  search: 'Buscar',
  searchLibrary: 'Buscar en la biblioteca',
  searchExample: 'Por ejemplo, línea base',
  goToLibrary: 'Ir a la biblioteca',
  goHome: 'Volver al inicio',
  tryAgain: 'Intentar de nuevo',
} as const;
