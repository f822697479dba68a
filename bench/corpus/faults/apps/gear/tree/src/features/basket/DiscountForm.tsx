import { useForm } from 'react-hook-form';
import { useAppDispatch } from '../../hooks';
import { discounted } from './basketSlice';
import { percentOf } from './codes';

export function DiscountForm() {
  const dispatch = useAppDispatch();
  const { register, handleSubmit } = useForm({ defaultValues: { code: '' } });
  return (
    <form onSubmit={handleSubmit(({ code }) => dispatch(discounted(percentOf(code))))}>
      <label className="field">
        Discount code <input {...register('code')} />
      </label>
      <button type="submit">Apply code</button>
    </form>
  );
}
