/** Work that goes on beside other work. */
package org.hyperlinker.core.concurrent;
