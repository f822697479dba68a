import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { lastDay, overlaps } from '../../lib/dates';
import { useCreateBookingMutation } from '../../services/bookings';
import type { ItemDetail } from '../../services/items';
import { fieldErrorsOf } from './fieldErrors';
import { QuoteLine } from './QuoteLine';

export interface BookingValues {
  from: string;
  days: number;
  renter: string;
}

export function BookingForm({ item }: { item: ItemDetail }) {
  const [createBooking, { isLoading }] = useCreateBookingMutation();
  const [done, setDone] = useState('');
  const { register, handleSubmit, watch, setError, formState } = useForm<BookingValues>({
    defaultValues: { from: '2026-12-14', days: 1, renter: '' },
  });
  const { errors } = formState;

  const submit = handleSubmit(async (values) => {
    const span = { from: values.from, to: lastDay(values.from, values.days) };
    if (item.booked.some((other) => overlaps(span, other))) {
      setError('from', { message: 'is taken' });
      return;
    }
    try {
      const booking = await createBooking({ itemId: item.id, ...values }).unwrap();
      setDone(`Booked as ${booking.reference.toUpperCase()}`);
    } catch (error) {
      for (const [field, message] of fieldErrorsOf(error)) setError(field, { message });
    }
  });

  return (
    <form onSubmit={submit} noValidate>
      <label className="field">
        First day <input type="date" {...register('from', { required: 'is missing' })} />
      </label>
      {errors.from && <p className="error">{`The first day ${errors.from.message}`}</p>}
      <label className="field">
        Days <input type="number" {...register('days', { valueAsNumber: true, min: 1 })} />
      </label>
      {errors.days && <p className="error">The number of days cannot be taken</p>}
      <label className="field">
        Renter <input {...register('renter', { required: true })} />
      </label>
      {errors.renter && <p className="error">Who hires it?</p>}
      <QuoteLine itemId={item.id} days={watch('days')} />
      <button type="submit" disabled={isLoading}>
        Request booking
      </button>
      <p role="status">{done}</p>
    </form>
  );
}
