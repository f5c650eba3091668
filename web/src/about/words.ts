/** Pages about the platform itself. Every sentence is true of it as it stands; change them when it changes. */
type Section = { id: string; title: string; paragraphs: readonly string[]; points?: readonly string[] };
export type AboutText = { title: string; description: string; lead: string; sections: readonly Section[] };

export const accessibility: AboutText = {
  title: 'Accesibilidad',
  description: 'Qué hace esta plataforma para que cualquier persona pueda usarla, y qué falta.',
  lead: 'Queremos que puedas estudiar con teclado, con lector de pantalla, con letra grande o con mala señal.',
  sections: [
    {
      id: 'hecho',
      title: 'Qué está hecho',
      paragraphs: ['La referencia es WCAG 2.2, nivel AA. Así está construida cada página:'],
      points: [
        'Todo funciona con teclado, y el foco siempre se ve.',
        'El primer enlace de cada página salta al contenido.',
        'Hay un solo título principal por página, y las regiones tienen nombre.',
        'El color nunca informa solo: lo acompaña una palabra, un ícono o una forma.',
        'Hay tema claro y oscuro, que siguen a tu equipo o a tu elección.',
        'Puedes ampliar al 200 % o cambiar el espaciado del texto sin perder contenido.',
        'Si tu equipo pide menos movimiento, no hay animaciones.',
        'Las figuras tienen texto alternativo y leyenda.',
        'Las páginas públicas y las lecciones se leen aunque no carguen los guiones.',
        'El certificado en PDF lleva título, idioma y estructura para lectores de pantalla.',
      ],
    },
    {
      id: 'revision',
      title: 'Cómo se revisa',
      paragraphs: [
        'Cada cambio pasa una comprobación automática en los dos temas, en teléfono y en pantalla grande.',
        'Esa comprobación no reemplaza la prueba con personas. Todavía no hemos hecho una auditoría externa.',
      ],
    },
    {
      id: 'falta',
      title: 'Qué falta',
      paragraphs: [
        'Las tablas anchas se desplazan de lado en pantallas angostas. Su marco recibe el foco para moverlas con teclado.',
        'El tiempo de una evaluación aún no se puede ampliar desde la plataforma. Si lo necesitas, avisa antes de empezar.',
      ],
    },
    {
      id: 'avisar',
      title: 'Si encuentras una barrera',
      paragraphs: ['Cuéntasela a la tutoría o a la coordinación de tu edición: qué página era y qué querías hacer.'],
    },
  ],
};

export const privacy: AboutText = {
  title: 'Privacidad',
  description: 'Qué datos guarda esta plataforma, para qué, quién los ve y qué no hace.',
  lead: 'Guardamos lo necesario para que estudies, se registre tu avance y se emita tu certificado.',
  sections: [
    {
      id: 'datos',
      title: 'Qué guardamos',
      paragraphs: [],
      points: [
        'Quién eres: nombre, RUN, correo, institución y comuna o región.',
        'Lo que estudias: inscripciones, lecciones leídas, posición de lectura y apuntes.',
        'Lo que rindes: respuestas, intentos, puntajes, notas y certificados.',
        'Tus ingresos: fecha y hora, dirección de red y navegador.',
        'Los cambios en los registros: quién los hizo, cuándo y sobre qué.',
      ],
    },
    {
      id: 'quien',
      title: 'Quién lo ve',
      paragraphs: [
        'Tú ves todo lo tuyo. Tus apuntes son solo tuyos.',
        'La tutoría y la coordinación ven avance y notas de las ediciones y regiones a su cargo.',
        'Quien tiene el código de un certificado ve tu nombre, tu RUN con cifras ocultas, tu institución y lo aprobado. La nota no se publica.',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      paragraphs: [
        'Usamos una cookie para mantener tu sesión. Dura hasta 30 días, o 12 horas sin actividad.',
        'Si eliges un tema claro u oscuro, otra cookie lo recuerda en tu equipo.',
        'No hay cookies de publicidad ni de medición, y ninguna página carga archivos de terceros.',
      ],
    },
    {
      id: 'seguridad',
      title: 'Cómo lo cuidamos',
      paragraphs: [
        'De tu contraseña guardamos solo una huella que no permite recuperarla.',
        'Puedes ver tus sesiones abiertas y cerrarlas desde tu cuenta.',
        'Los registros técnicos no incluyen tu nombre ni tu RUN.',
      ],
    },
    {
      id: 'corregir',
      title: 'Si un dato está mal',
      paragraphs: ['Avisa a la coordinación de tu edición: qué dato es y cuál es el correcto.'],
    },
  ],
};

export const help: AboutText = {
  title: 'Ayuda',
  description: 'Cómo ingresar, inscribirte, estudiar, rendir evaluaciones y obtener tu certificado.',
  lead: 'Respuestas breves a lo que más se pregunta.',
  sections: [
    {
      id: 'ingresar',
      title: 'Ingresar',
      paragraphs: [
        'Ingresa con tu RUN y tu contraseña. El RUN puede ir con o sin puntos.',
        'Si olvidaste la contraseña, pide un enlace en «Recuperar contraseña». Llega al correo de tu cuenta, dura una hora y sirve una vez.',
        'Tras varios intentos fallidos seguidos hay que esperar un poco. Tu cuenta no se bloquea.',
      ],
    },
    {
      id: 'inscribirte',
      title: 'Inscribirte',
      paragraphs: [
        'En la oferta, elige un curso o diplomado con inscripción abierta y presiona «Inscribirte». El cupo queda a tu nombre de inmediato.',
        'Si la edición ya no tiene cupos, la página te lo dirá. Revisa si hay otra abierta.',
      ],
    },
    {
      id: 'estudiar',
      title: 'Estudiar',
      paragraphs: [
        'Tu inicio muestra dónde quedaste, lo que vence y tu avance. La posición de lectura se recuerda entre equipos.',
        'Tú marcas cada lección como leída. Las preguntas dentro de una lección no llevan nota.',
      ],
    },
    {
      id: 'evaluaciones',
      title: 'Rendir una evaluación',
      paragraphs: [
        'Antes de empezar verás las reglas: preguntas, tiempo, intentos y exigencia.',
        'Cada respuesta se guarda al cambiarla. Arriba siempre dice si está guardada.',
        'Si se corta la señal o se apaga el equipo, vuelve a entrar y sigue donde ibas. El tiempo corre en el servidor.',
      ],
    },
    {
      id: 'notas',
      title: 'Cómo se calcula una nota',
      paragraphs: [
        'La escala va de 1,0 a 7,0 y se aprueba con 4,0. La exigencia dice qué parte del puntaje equivale a un 4,0.',
        'Bajo la exigencia, la nota sube en línea recta de 1,0 a 4,0. Desde ahí, sube de 4,0 a 7,0 con el puntaje completo.',
        'Ejemplo: con 20 puntos y exigencia de 60 %, el 4,0 está en 12 puntos. Con 16 puntos la nota es 4,0 + 3 × 4 ÷ 8 = 5,5.',
        'Se redondea una sola vez, a un decimal. La nota del curso es el promedio según el peso de cada evaluación.',
        'Cada nota tiene una página que muestra su cálculo paso a paso.',
      ],
    },
    {
      id: 'certificado',
      title: 'Tu certificado',
      paragraphs: [
        'Se emite solo cuando leíste todas las lecciones y tu nota final alcanza la de aprobación.',
        'Lo descargas en PDF desde «Tus certificados». Su código permite que cualquier persona lo verifique.',
      ],
    },
    {
      id: 'senal',
      title: 'Con mala señal',
      paragraphs: [
        'Las páginas pesan poco y el pie dice cuánto. El texto llega primero.',
        'Si algo no se pudo enviar, la página lo dice y puedes volver a intentarlo.',
      ],
    },
    {
      id: 'personas',
      title: 'Hablar con una persona',
      paragraphs: ['Escribe a la tutoría o a la coordinación de tu edición en tu gobierno regional.'],
    },
  ],
};
