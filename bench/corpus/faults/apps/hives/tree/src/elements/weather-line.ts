import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { catchError, EMPTY, interval, switchMap } from 'rxjs';
import { get } from '../services/rest';
import { Observe } from './observe';

@customElement('weather-line')
export class WeatherLine extends LitElement {
  private readonly weather = new Observe(
    this,
    interval(700).pipe(switchMap(() => get<{ wind: number; sky: string }>('weather').pipe(catchError(() => EMPTY)))),
  );

  protected render() {
    const weather = this.weather.value;
    return html`<p>${weather ? `Wind ${weather.wind}, ${weather.sky}` : 'No weather yet'}</p>`;
  }
}
