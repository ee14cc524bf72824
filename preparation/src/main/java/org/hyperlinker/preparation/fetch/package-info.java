/** Data sets from their official addresses: resumable, checked, safely unpacked. */
package org.hyperlinker.preparation.fetch;
