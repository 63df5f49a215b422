//! Everything about one instance, against doubles of the services.

mod console;
mod describe;
mod metrics;
