/** What a server counts and times, for Prometheus. */
package org.hyperlinker.server.metrics;
