/** Documents of many requests, linked together. */
package org.hyperlinker.server.queue;
