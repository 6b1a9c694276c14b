--
-- PostgreSQL database dump
--

\restrict aJ2LG4PgkZuDKOK9BuObSpESDCtEiGIlONiBXQlWUjzHAtBXZx1kc5yfjOtGt4I

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: B "b; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."B ""b" (
);


ALTER TABLE public."B ""b" OWNER TO postgres;

--
-- Name: a; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.a (
    i integer,
    t text
);


ALTER TABLE public.a OWNER TO postgres;

--
-- Name: s; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.s OWNER TO postgres;

--
-- Name: 18519; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('18519');


ALTER LARGE OBJECT 18519 OWNER TO postgres;

--
-- Data for Name: B "b; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."B ""b"  FROM stdin;

\.


--
-- Data for Name: a; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.a (i, t) FROM stdin;
1	x
2	y\nz
\.


--
-- Name: s; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.s', 1, true);


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('18519', 131072);
SELECT pg_catalog.lowrite(0, '\x616263');
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- PostgreSQL database dump complete
--

\unrestrict aJ2LG4PgkZuDKOK9BuObSpESDCtEiGIlONiBXQlWUjzHAtBXZx1kc5yfjOtGt4I

