//! Details of one instance, against doubles of the services.

mod asked;
mod console;
mod describe;
mod metrics;
