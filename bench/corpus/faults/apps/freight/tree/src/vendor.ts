export { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
export { default as axios } from 'axios';
export { useEffect, useMemo, useState } from 'react';
export { createRoot } from 'react-dom/client';
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';
