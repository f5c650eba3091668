import './sign-in.css';
import type { ReactNode } from 'react';

const regions = [
  'Arica y Parinacota',
  'Tarapacá',
  'Antofagasta',
  'Atacama',
  'Coquimbo',
  'Valparaíso',
  'Metropolitana',
  'O’Higgins',
  'Maule',
  'Ñuble',
  'Biobío',
  'La Araucanía',
  'Los Ríos',
  'Los Lagos',
  'Aysén',
  'Magallanes',
];

/** A form at the door, with the country beside it as an ornament. */
export function BesideCountry({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="sign-in">
      {children}
      <ol className="country" aria-hidden="true">
        {regions.map((region) => (
          <li key={region}>{region}</li>
        ))}
      </ol>
    </main>
  );
}
